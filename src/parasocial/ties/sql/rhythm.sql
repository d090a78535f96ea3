SELECT ego_id, alter_id, CAST(floor(median(gap_us)) AS BIGINT) AS median_gap_us, max(us) AS last_us
FROM step GROUP BY ego_id, alter_id
