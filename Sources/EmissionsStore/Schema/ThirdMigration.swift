extension Migration {
    /// What tells how much of each tenant is being worked on, and which was served last, without reading its jobs.
    static let third = Migration(version: 3) { _ in
        """
        CREATE INDEX jobs_queued_of_tenant ON jobs (tenant, number) WHERE state = 'queued';
        CREATE INDEX jobs_running_of_tenant ON jobs (tenant) WHERE state = 'running';
        CREATE INDEX jobs_begun_of_tenant ON jobs (tenant, started) WHERE started IS NOT NULL;
        """
    }
}
