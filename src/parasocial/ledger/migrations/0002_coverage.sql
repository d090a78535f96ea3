-- What each import shows of each channel: how far it reaches, where both directions can be
-- seen, and what share of the returns is visible for each visible act given (pi).
CREATE TABLE coverage (
    source_no BIGINT NOT NULL, channel VARCHAR NOT NULL, from_us BIGINT, to_us BIGINT,
    both_from BIGINT, both_to BIGINT, given BIGINT NOT NULL, received BIGINT NOT NULL,
    hidden BOOLEAN NOT NULL, pi_low DOUBLE NOT NULL, pi_high DOUBLE NOT NULL
);
