-- How often a tie is heard of, when last, and until when it could have been.
SELECT ego_id, alter_id, CAST(floor(median(gap_us)) AS BIGINT) AS median_gap_us,
    max(us) AS last_us, max(until_us) AS until_us
FROM step GROUP BY ego_id, alter_id
