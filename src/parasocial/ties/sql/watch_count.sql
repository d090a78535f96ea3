-- Sessions of attention per tie; v and weeks where a return could have been seen.
SELECT ego_id, alter_id, CAST(sum(starts) AS BIGINT) AS sessions,
    CAST(sum(starts_counted) AS BIGINT) AS v,
    count(DISTINCT CASE WHEN counted
        THEN floor((local_us + 259200000000) / 604800000000) END) AS weeks,
    min(us) AS first_us, max(us) AS last_us
FROM watch GROUP BY ego_id, alter_id
