-- What may have come back while ego watched, inside the time for which the platform's export shows
-- attention: returned turns seen, and acts whose returns are hidden.
SELECT ego_id, alter_id,
    CAST(coalesce(sum(starts_watched) FILTER (WHERE NOT given), 0) AS BIGINT) AS back_seen,
    count(*) FILTER (WHERE given AND hidden AND watched) AS back_hidden
FROM turn GROUP BY ego_id, alter_id
