-- Who acted toward whom at all: edges, those that are returned, dyads, and how much of the weight
-- is matched.
SELECT count(*) FILTER (WHERE acts_given > 0) AS edges,
    count(*) FILTER (WHERE acts_given > 0 AND acts_received > 0) AS returned,
    count(*) FILTER (WHERE ego_id < alter_id) AS dyads,
    CAST(coalesce(sum(least(acts_given, acts_received)), 0) AS BIGINT) AS matched,
    CAST(coalesce(sum(acts_given), 0) AS BIGINT) AS acts
FROM told WHERE acts_given + acts_received > 0
