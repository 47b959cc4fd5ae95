extension Migration {
    /// Sessions name the key that they stand for in a column of its own, which before was part of their name.
    ///
    /// One whose key can't be found is deleted: without the column it would pass for a key of its own.
    static let second = Migration(version: 2) { _ in
        """
        ALTER TABLE access_keys ADD COLUMN parent TEXT REFERENCES access_keys ON DELETE CASCADE;
        CREATE INDEX access_keys_by_parent ON access_keys (parent) WHERE parent IS NOT NULL;
        UPDATE access_keys SET parent = substr(name, 12), name = 'session'
            WHERE name LIKE 'session of %' AND EXISTS (
                SELECT 1 FROM access_keys AS parents
                WHERE parents.id = substr(access_keys.name, 12) AND parents.tenant = access_keys.tenant);
        DELETE FROM access_keys WHERE name LIKE 'session of %';
        """
    }
}
