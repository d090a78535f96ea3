-- One row per ego: its ties by class, what it gave and got, and how much of that one tie takes.
SELECT ego_id, count(*) AS ties,
    count(*) FILTER (WHERE tie_class = 'reciprocal') AS reciprocal,
    count(*) FILTER (WHERE tie_class IN ('one_sided', 'parasocial')) AS one_way,
    count(*) FILTER (WHERE tie_class = 'inbound') AS inbound,
    count(*) FILTER (WHERE acts_given > 0) AS given_to,
    count(*) FILTER (WHERE acts_received > 0) AS received_from,
    count(*) FILTER (WHERE acts_given > 0 AND acts_received > 0) AS both_ways,
    CAST(sum(acts_given) AS BIGINT) AS acts_given,
    CAST(sum(acts_received) AS BIGINT) AS acts_received,
    CAST(sum(turns_given) AS BIGINT) AS turns_given,
    CAST(sum(turns_received) AS BIGINT) AS turns_received,
    CAST(sum(sessions) AS BIGINT) AS sessions,
    max(turns_given + sessions) AS most_given,
    min(first_us) AS first_us, max(last_us) AS last_us
FROM told GROUP BY ego_id
