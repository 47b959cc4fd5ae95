extension Migration {
    static let first = Migration(version: 1) { dialect in
        tables(dialect) + (dialect == .sqlite ? sqliteTriggers : postgresTriggers)
    }

    private static func tables(_ dialect: SQLDialect) -> String {
        """
        CREATE TABLE tenants (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, created BIGINT NOT NULL);

        CREATE TABLE access_keys (
            id TEXT PRIMARY KEY, tenant TEXT NOT NULL REFERENCES tenants ON DELETE CASCADE,
            name TEXT NOT NULL, secret_hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL,
            requests_per_minute BIGINT, bytes_per_day BIGINT,
            created BIGINT NOT NULL, expires BIGINT, revoked BIGINT, last_used BIGINT);
        CREATE INDEX access_keys_of_tenant ON access_keys (tenant, created);

        CREATE TABLE key_usage (
            access_key TEXT NOT NULL REFERENCES access_keys ON DELETE CASCADE,
            period TEXT NOT NULL, start BIGINT NOT NULL, requests BIGINT NOT NULL, bytes BIGINT NOT NULL,
            PRIMARY KEY (access_key, period, start));

        CREATE TABLE objects (
            tenant TEXT NOT NULL REFERENCES tenants, digest TEXT NOT NULL,
            size BIGINT NOT NULL, held_until BIGINT NOT NULL,
            PRIMARY KEY (tenant, digest));
        CREATE INDEX objects_by_hold ON objects (held_until);

        CREATE TABLE submissions (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            tenant TEXT NOT NULL REFERENCES tenants,
            submitter TEXT NOT NULL, file_name TEXT NOT NULL, label TEXT, searched TEXT NOT NULL,
            digest TEXT NOT NULL, size BIGINT NOT NULL, format TEXT, format_version TEXT, profile TEXT,
            verdict TEXT NOT NULL, errors BIGINT NOT NULL, warnings BIGINT NOT NULL, notes BIGINT NOT NULL,
            rule_pack TEXT, report TEXT, created BIGINT NOT NULL, expires BIGINT,
            previous TEXT, series TEXT NOT NULL, version BIGINT NOT NULL,
            UNIQUE (series, version),
            FOREIGN KEY (tenant, digest) REFERENCES objects, FOREIGN KEY (tenant, report) REFERENCES objects);
        CREATE INDEX submissions_of_tenant ON submissions (tenant, created, id);
        CREATE INDEX submissions_by_expiry ON submissions (expires) WHERE expires IS NOT NULL;
        CREATE INDEX submissions_by_object ON submissions (tenant, digest);
        CREATE INDEX submissions_by_report ON submissions (tenant, report) WHERE report IS NOT NULL;

        CREATE TABLE findings (
            submission BIGINT NOT NULL REFERENCES submissions ON DELETE CASCADE, ordinal BIGINT NOT NULL,
            code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
            part TEXT, line_number BIGINT, column_number BIGINT, path TEXT, fingerprint TEXT NOT NULL,
            PRIMARY KEY (submission, ordinal));

        CREATE TABLE finding_codes (
            submission BIGINT NOT NULL REFERENCES submissions ON DELETE CASCADE,
            code TEXT NOT NULL, severity TEXT NOT NULL, count BIGINT NOT NULL,
            PRIMARY KEY (submission, code, severity));

        CREATE TABLE jobs (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            tenant TEXT NOT NULL REFERENCES tenants,
            submitter TEXT NOT NULL, kind TEXT NOT NULL, parameters BYTEA NOT NULL, input TEXT,
            expires BIGINT NOT NULL, state TEXT NOT NULL,
            bytes_done BIGINT NOT NULL, bytes_total BIGINT, records BIGINT NOT NULL,
            owner TEXT, lease_until BIGINT, heartbeat BIGINT, attempts BIGINT NOT NULL,
            problem BYTEA, report TEXT, output TEXT,
            created BIGINT NOT NULL, started BIGINT, finished BIGINT,
            FOREIGN KEY (tenant, input) REFERENCES objects, FOREIGN KEY (tenant, report) REFERENCES objects,
            FOREIGN KEY (tenant, output) REFERENCES objects);
        CREATE INDEX jobs_queued ON jobs (number) WHERE state = 'queued';
        CREATE INDEX jobs_running ON jobs (lease_until) WHERE state = 'running';
        CREATE INDEX jobs_of_tenant ON jobs (tenant, created, id);
        CREATE INDEX jobs_by_expiry ON jobs (expires);
        CREATE INDEX jobs_by_input ON jobs (tenant, input) WHERE input IS NOT NULL;
        CREATE INDEX jobs_by_report ON jobs (tenant, report) WHERE report IS NOT NULL;
        CREATE INDEX jobs_by_output ON jobs (tenant, output) WHERE output IS NOT NULL;

        CREATE TABLE repeatable_requests (
            tenant TEXT NOT NULL REFERENCES tenants ON DELETE CASCADE, key TEXT NOT NULL,
            fingerprint TEXT NOT NULL, token TEXT NOT NULL, held_until BIGINT NOT NULL, expires BIGINT NOT NULL,
            status BIGINT, headers TEXT, body BYTEA,
            PRIMARY KEY (tenant, key));
        CREATE INDEX repeatable_requests_by_expiry ON repeatable_requests (expires);

        CREATE TABLE quarantines (
            digest TEXT PRIMARY KEY, reason TEXT NOT NULL,
            first BIGINT NOT NULL, last BIGINT NOT NULL, times BIGINT NOT NULL);

        CREATE TABLE audit_entries (
            sequence BIGINT PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, tenant TEXT,
            action TEXT NOT NULL, object TEXT, digest TEXT, rule_pack TEXT, outcome TEXT,
            previous TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE INDEX audit_entries_of_tenant ON audit_entries (tenant, sequence);
        CREATE TABLE audit_head (
            only_one BIGINT PRIMARY KEY CHECK (only_one = 1), sequence BIGINT NOT NULL, hash TEXT NOT NULL);
        INSERT INTO audit_head (only_one, sequence, hash) VALUES (1, 0, '\(AuditChain.beginning)');

        """
        .spelled(for: dialect)
    }

    private static let sqliteTriggers = """
        CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE ON audit_entries
            BEGIN SELECT RAISE(ABORT, 'entries of the audit log are not changed'); END;
        CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries
            BEGIN SELECT RAISE(ABORT, 'entries of the audit log are not deleted'); END;
        CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.sequence <> OLD.sequence + 1
            BEGIN SELECT RAISE(ABORT, 'the head of the audit log goes forward by one'); END;
        CREATE TRIGGER audit_head_kept BEFORE DELETE ON audit_head
            BEGIN SELECT RAISE(ABORT, 'the head of the audit log is not deleted'); END;
        """

    private static let postgresTriggers = """
        CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'entries of the audit log are neither changed nor deleted'; END $$;
        CREATE FUNCTION check_audit_head() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                IF NEW.sequence <> OLD.sequence + 1 THEN
                    RAISE EXCEPTION 'the head of the audit log goes forward by one';
                END IF;
                RETURN NEW;
            END $$;
        CREATE TRIGGER audit_entries_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        CREATE TRIGGER audit_head_kept BEFORE DELETE OR TRUNCATE ON audit_head
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head
            FOR EACH ROW EXECUTE FUNCTION check_audit_head();
        """
}

extension String {
    /// Written in PostgreSQL's words; SQLite has its own for the same.
    fileprivate func spelled(for dialect: SQLDialect) -> String {
        guard dialect == .sqlite else { return self }
        let identity = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
        return split(separator: ";\n", omittingEmptySubsequences: true).map { statement in
            let isTable = statement.drop(while: \.isWhitespace).hasPrefix("CREATE TABLE")
            let ending = isTable ? (statement.contains("submission BIGINT") ? " STRICT, WITHOUT ROWID" : " STRICT") : ""
            return String(statement).replacing(identity, with: "INTEGER PRIMARY KEY AUTOINCREMENT")
                .replacing("BIGINT", with: "INTEGER").replacing("BYTEA", with: "BLOB") + ending + ";\n"
        }
        .joined()
    }
}
