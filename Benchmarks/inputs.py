"""Makes the files that the benchmark reads: the same bytes every time, with figures that add up.

No sample of anyone's is copied: names and figures come from a seeded generator. The lists hold what real files hold,
in about the same measure: long descriptions, several identifiers, absent fields, texts beyond ASCII.
"""

import json
import random
import sys
import uuid
from decimal import Decimal

MATERIALS = ["hot-rolled coil", "aluminium billet", "cetearyl alcohol", "silicone fluid", "Wälzlager", "Portlandzement",
             "polypropylène recyclé", "corrugated box", "lithium cell", "integrated circuit", "glass vial", "urea"]
MAKERS = ["Nordstahl AG", "Aciéries du Rhin", "Hanwa Chemicals", "Tierra Alta S.A.", "Østfold Metall", "Kızıldağ Çelik",
          "Lakeside Polymers", "Shinano Denki 信濃電機", "Baltic Glass", "Green Valley Packaging"]
STEPS = ["Raw material extraction and preparation", "smelting in an electric arc furnace", "continuous casting",
         "hot rolling", "pickling", "injection moulding", "drying and milling", "surface treatment", "final inspection",
         "inbound transport by rail and road", "steam raised on site", "packing on returnable pallets"]
COUNTRIES = ["DE", "FR", "TR", "CN", "IN", "US", "SE", "BR", "KR", "PL"]
REGIONS = ["Western Europe", "Eastern Asia", "Northern America", "Southern Asia"]


def decimal(chance, low, high, places=3):
    whole = 10**places
    return Decimal(chance.randint(round(low * whole), round(high * whole))).scaleb(-places)


def sentence(chance, low, high):
    return "; ".join(chance.choices(STEPS, k=chance.randint(low, high))) + "."


def footprint(chance):
    """One PACT 3 footprint: excluding = the sum of its parts, including = excluding + uptake."""
    serial = chance.randrange(10**9)
    kilograms = decimal(chance, 20, 400, 2)
    unit, amount, mass = chance.choice(
        [("kilogram", kilograms, kilograms), ("piece", Decimal(chance.randint(1, 24)), kilograms),
         ("liter", decimal(chance, 1, 200, 1), kilograms), ("square meter", Decimal(1), kilograms)])
    fossil, luc = decimal(chance, 1, 900), decimal(chance, 0, 4)
    biogenic, aside = decimal(chance, 0, 3), decimal(chance, 0, 2)
    carbon = decimal(chance, 0, 5)
    uptake = -(carbon * 44 / 12).quantize(Decimal("0.001"))
    excluding = fossil + luc + biogenic + aside
    year = chance.choice([2023, 2024])
    pcf = {
        "declaredUnitOfMeasurement": unit,
        "declaredUnitAmount": str(amount),
        "productMassPerDeclaredUnit": str(mass),
        "referencePeriodStart": f"{year}-01-01T00:00:00Z",
        "referencePeriodEnd": f"{year + 1}-01-01T00:00:00Z",
    }
    where = chance.random()
    if where < 0.6:
        pcf["geographyCountry"] = chance.choice(COUNTRIES)
    elif where < 0.8:
        pcf["geographyRegionOrSubregion"] = chance.choice(REGIONS)
    elif where < 0.9:
        pcf["geographyCountrySubdivision"] = chance.choice(["DE-BW", "US-CA", "CN-31", "IN-MH"])
    pcf |= {
        "boundaryProcessesDescription": sentence(chance, 1, 3),
        "pcfExcludingBiogenicUptake": str(excluding),
        "pcfIncludingBiogenicUptake": str(excluding + uptake),
        "fossilGhgEmissions": str(fossil),
        "fossilCarbonContent": str(decimal(chance, 0, 9)),
        "biogenicCarbonContent": str(carbon),
        "landUseChangeGhgEmissions": str(luc),
        "landManagementBiogenicCO2Emissions": str(biogenic),
        "biogenicNonCO2Emissions": str(aside),
        "biogenicCO2Uptake": str(uptake),
    }
    if chance.random() < 0.5:
        pcf["aircraftGhgEmissions"] = "0"
    pcf["packagingEmissionsIncluded"] = chance.random() < 0.7
    if pcf["packagingEmissionsIncluded"]:
        pcf["packagingGhgEmissions"] = str(decimal(chance, 0, 1))
    pcf |= {
        "ipccCharacterizationFactors": ["AR6"],
        "crossSectoralStandards": chance.choice([["ISO14067"], ["ISO14067", "PACT-3.0"], ["PACT-3.0", "PEF"]]),
        "exemptedEmissionsPercent": str(decimal(chance, 0, 3, 1)),
        "exemptedEmissionsDescription": sentence(chance, 1, 1),
        "allocationRulesDescription": "Physical allocation by mass between " + sentence(chance, 1, 1),
        "secondaryEmissionFactorSources": [
            {"name": name, "version": version}
            for name, version in chance.sample([("ecoinvent", "3.10"), ("GaBi", "2024.1"), ("IDEA", "3.4")], k=2)],
        "primaryDataShare": str(decimal(chance, 5, 95, 1)),
        "dqi": {name: str(decimal(chance, 1, 5, 1))
                for name in ("technologicalDQR", "geographicalDQR", "temporalDQR")},
    }
    if chance.random() < 0.3:
        pcf["verification"] = {"coverage": "product level", "providerName": "Prüfstelle Süd",
                               "completedAt": f"{year + 1}-03-31T00:00:00Z", "standardName": "ISO 14064-3"}
    maker = chance.choice(MAKERS)
    material = chance.choice(MATERIALS)
    return {
        "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        "specVersion": "3.0.0",
        "created": f"{year + 1}-04-{chance.randint(1, 28):02}T08:30:00Z",
        "status": "Active",
        "validityPeriodStart": f"{year + 1}-04-30T00:00:00Z",
        "validityPeriodEnd": f"{year + 3}-12-31T00:00:00Z",
        "companyName": maker,
        "companyIds": [f"urn:company:example:{serial % 997}", f"urn:pact:example.com:supplier-id:{serial % 997}"],
        "productDescription": f"{material.capitalize()} of grade {serial % 89}. " + sentence(chance, 1, 1),
        "productIds": [f"urn:pact:example.com:product-id:{serial}"],
        "productClassifications": [f"urn:pact:productclassification:un-cpc:{chance.randint(10000, 49999)}"],
        "productNameCompany": f"{material} {serial % 89}",
        "comment": sentence(chance, 1, 1),
        "pcf": pcf,
    }


def footprints(count):
    chance = random.Random(20240101)
    return [footprint(chance) for _ in range(count)]


def pact_list(path, records):
    """As an API hands it out: one object with the records in a list."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"data": records}, file, ensure_ascii=False, separators=(",", ":"))


def pact_lines(path, records, size):
    """One record a line, each with an identity and a product of its own, until `size` bytes are there."""
    lines = [json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() for record in records]
    # Split where the product's number begins: a product sent twice for one year would be a finding.
    tails = [line[len(b'{"id":"') + 36:].split(b":product-id:", 1) for line in lines]
    chance = random.Random(20240102)
    written = 0
    with open(path, "wb", buffering=1 << 20) as file:
        while written < size:
            for before, after in tails:
                identity = str(uuid.UUID(int=chance.getrandbits(128), version=4)).encode()
                product = b":product-id:" + identity[:8] + b"-"
                written += file.write(b'{"id":"' + identity + before + product + after + b"\n")
                if written >= size:
                    break


QREPORT_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<QReport xmlns="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1">
  <SubmissionDate>2025-01-20T09:00:00Z</SubmissionDate>
  <ReportingPeriod>Q4</ReportingPeriod>
  <Year>2024</Year>
  <Declarant>
    <IdentificationNumber>DE123456789012345</IdentificationNumber>
    <Name>Benchmark Import GmbH</Name>
    <Role>01</Role>
    <ActorAddress>
      <City>Hamburg</City>
      <Street>Am Sandtorkai</Street>
      <Number>1</Number>
    </ActorAddress>
  </Declarant>
  <Importer>
    <IdentificationNumber>DE123456789012345</IdentificationNumber>
    <Name>Benchmark Import GmbH</Name>
    <ImporterAddress>
      <Country>DE</Country>
      <City>Hamburg</City>
    </ImporterAddress>
  </Importer>
  <Signatures>
    <ReportConfirmation>
      <GlobalDataConfirmation>true</GlobalDataConfirmation>
      <UseOfDataConfirmation>true</UseOfDataConfirmation>
      <SignaturePlace>Hamburg</SignaturePlace>
      <Signature>A. Beispiel</Signature>
      <PositionOfPersonSending>Customs manager</PositionOfPersonSending>
    </ReportConfirmation>
  </Signatures>
"""

GOOD = """  <ImportedGood>
    <ItemNumber>{item}</ItemNumber>
    <CommodityCode>
      <HsCode>{cn:.6}</HsCode>
      <CnCode>{cn}</CnCode>
      <CommodityDetails>
        <Description>{description}</Description>
      </CommodityDetails>
    </CommodityCode>
    <OriginCountry>
      <Country>{country}</Country>
    </OriginCountry>
    <ImportedQuantity>
      <SequenceNumber>1</SequenceNumber>
      <Procedure>
        <RequestedProc>40</RequestedProc>
      </Procedure>
      <ImportArea>
        <ImportArea>EU</ImportArea>
      </ImportArea>
      <MeasureProcedureImported>
        <Indicator>0</Indicator>
        <NetMass>{mass}</NetMass>
        <MeasurementUnit>01</MeasurementUnit>
      </MeasureProcedureImported>
    </ImportedQuantity>
    <MeasureImported>
      <NetMass>{mass}</NetMass>
      <MeasurementUnit>01</MeasurementUnit>
    </MeasureImported>
    <GoodsEmissions>
      <SequenceNumber>1</SequenceNumber>
      <ProductionCountry>{country}</ProductionCountry>
      <InstallationOperator>
        <OperatorId>OP{operator:06}</OperatorId>
        <OperatorName>Steel Works {operator} Ltd</OperatorName>
        <OperatorAddress>
          <Country>{country}</Country>
          <City>City {operator}</City>
          <Street>Harbour Road</Street>
          <Number>{number}</Number>
          <Postcode>{postcode}</Postcode>
        </OperatorAddress>
        <ContactDetails>
          <Name>Contact {operator}</Name>
          <Phone>+4940{postcode}</Phone>
          <Email>contact{operator}@example.com</Email>
        </ContactDetails>
      </InstallationOperator>
      <Installation>
        <InstallationId>IN{operator:06}</InstallationId>
        <InstallationName>Melt Shop {operator}</InstallationName>
        <EconomicActivity>Manufacture of basic iron and steel</EconomicActivity>
        <Address>
          <EstablishmentCountry>{country}</EstablishmentCountry>
          <City>City {operator}</City>
          <Street>Harbour Road</Street>
          <Number>{number}</Number>
          <Postcode>{postcode}</Postcode>
          <Latitude>{latitude}</Latitude>
          <Longitude>{longitude}</Longitude>
          <CoordinatesType>01</CoordinatesType>
        </Address>
      </Installation>
      <ProducedMeasure>
        <NetMass>{mass}</NetMass>
        <MeasurementUnit>01</MeasurementUnit>
      </ProducedMeasure>
      <DirectEmissions>
        <DeterminationType>01</DeterminationType>
        <ApplicableReportingTypeMethodology>TOM01</ApplicableReportingTypeMethodology>
        <SpecificEmbeddedEmissions>{direct}</SpecificEmbeddedEmissions>
        <MeasurementUnit>EMU1</MeasurementUnit>
      </DirectEmissions>
      <IndirectEmissions>
        <DeterminationType>01</DeterminationType>
        <EmissionFactorSource>01</EmissionFactorSource>
        <EmissionFactor>{factor}</EmissionFactor>
        <SpecificEmbeddedEmissions>{indirect}</SpecificEmbeddedEmissions>
        <MeasurementUnit>EMU1</MeasurementUnit>
        <ElectricityConsumed>{electricity}</ElectricityConsumed>
        <ElectricitySource>SOE02</ElectricitySource>
        <OtherSourceIndication>Contract with the generator</OtherSourceIndication>
        <EmissionFactorSourceValue>Guarantee of origin {operator}</EmissionFactorSourceValue>
      </IndirectEmissions>
      <ProdMethodQualifyingParams>
        <SequenceNumber>1</SequenceNumber>
        <MethodId>P34</MethodId>
        <SteelMillNumber>SM{operator:06}</SteelMillNumber>
        <DirectQualifyingParameters>
          <SequenceNumber>1</SequenceNumber>
          <ParameterId>QPD19</ParameterId>
          <ParameterValue>{scrap}</ParameterValue>
        </DirectQualifyingParameters>
      </ProdMethodQualifyingParams>
    </GoodsEmissions>
  </ImportedGood>
"""


def qreport(path, size):
    """Goods until `size` bytes are there; indirect = electricity × factor, and the masses agree."""
    chance = random.Random(20240103)
    written = 0
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as file:
        written += file.write(QREPORT_HEAD)
        item = 0
        while written < size:
            item += 1
            electricity, factor = decimal(chance, 0.1, 0.9, 2), decimal(chance, 0.1, 0.9, 2)
            written += file.write(GOOD.format(
                item=item, cn=chance.choice(["72081000", "72091500", "72142000", "73063011", "73181595"]),
                description=f"Iron or steel, lot {item}", country=chance.choice(["TR", "CN", "IN", "UA"]),
                mass=decimal(chance, 1, 900, 3), operator=chance.randrange(10**6), number=chance.randint(1, 99),
                postcode=chance.randint(10000, 99999), latitude=decimal(chance, 30, 60, 6),
                longitude=decimal(chance, 5, 60, 6), direct=decimal(chance, 0.4, 2.4, 4), factor=factor,
                indirect=electricity * factor, electricity=electricity, scrap=decimal(chance, 0.05, 0.9, 2)))
        file.write("</QReport>\n")


def make(folder, kind, size):
    """Makes one of the inputs: `list N` footprints, `lines N` or `qreport N` bytes."""
    path = f"{folder}/{kind}-{size}.{'xml' if kind == 'qreport' else 'json'}"
    if kind == "list":
        pact_list(path, footprints(size))
    elif kind == "lines":
        pact_lines(path, footprints(10_000), size)
    else:
        qreport(path, size)
    print(path)


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2], int(sys.argv[3]))
