-- Those who came to act toward each other, by the week of their first act (or look).
SELECT CAST(floor((first_us + 259200000000) / 604800000000) AS BIGINT) AS week,
    count(*) AS dyads,
    count(*) FILTER (WHERE acts_given > 0 AND acts_received > 0) AS returned,
    CAST(sum(turns_given + turns_received) AS BIGINT) AS turns
FROM told WHERE ego_id < alter_id AND acts_given + acts_received > 0 GROUP BY 1
