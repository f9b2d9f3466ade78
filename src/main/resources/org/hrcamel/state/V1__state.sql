-- Times are milliseconds since 1970 in UTC. No row holds anything of a candidate but ids.
-- A reference_key is the reference itself, or stands for one that is too long for an index.

CREATE TABLE hrcamel_delivered (
    workflow_id TEXT NOT NULL,
    reference_key TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (workflow_id, reference_key)
) ${clustered};

CREATE TABLE hrcamel_cursors (
    workflow_id TEXT PRIMARY KEY,
    as_of BIGINT NOT NULL,
    listing TEXT NOT NULL
);

CREATE TABLE hrcamel_failures (
    workflow_id TEXT NOT NULL,
    reference_key TEXT NOT NULL,
    reference TEXT NOT NULL,
    locator TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    version TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    run_id TEXT NOT NULL,
    PRIMARY KEY (workflow_id, reference_key)
);

-- A row stays after its run, so that the fencing number never goes back.
CREATE TABLE hrcamel_leases (
    workflow_id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    fence BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE hrcamel_runs (
    run_id TEXT PRIMARY KEY,
    workflow TEXT NOT NULL,
    workflow_id TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    result TEXT NOT NULL
);

CREATE INDEX hrcamel_runs_by_workflow ON hrcamel_runs (workflow_id, started_at);
