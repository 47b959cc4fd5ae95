"""What is compared with: lxml over a quarterly report, with our XSD of version 23.00. A verdict and nothing else.

    peer_xml.py FILE
"""

import os
import sys

from lxml import etree

SCHEMA = f"{os.path.dirname(os.path.realpath(__file__))}/../schemas/cbam-qreport/23.00/qreport.xsd"

# The usual way: the whole document in memory, then its schema.
document = etree.parse(sys.argv[1], etree.XMLParser(huge_tree=True))
sys.exit(not etree.XMLSchema(etree.parse(SCHEMA)).validate(document))
