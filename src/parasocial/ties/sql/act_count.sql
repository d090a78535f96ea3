-- Acts and turns of each tie, both ways, and what is known of the returns that cannot be seen:
-- a raw act on a hidden channel has at most k returns; pi spans the visible channels.
SELECT ego_id, alter_id,
    count(*) FILTER (WHERE given) AS acts_given,
    count(*) FILTER (WHERE NOT given) AS acts_received,
    CAST(coalesce(sum(starts) FILTER (WHERE given), 0) AS BIGINT) AS turns_given,
    CAST(coalesce(sum(starts) FILTER (WHERE NOT given), 0) AS BIGINT) AS turns_received,
    CAST(coalesce(sum(starts_counted) FILTER (WHERE given), 0) AS BIGINT) AS x,
    CAST(coalesce(sum(starts_counted) FILTER (WHERE NOT given), 0) AS BIGINT) AS y,
    count(*) FILTER (WHERE given AND hidden) AS hidden_acts,
    coalesce(min(pi_low) FILTER (WHERE NOT hidden), 1) AS pi_low,
    coalesce(max(pi_high) FILTER (WHERE NOT hidden), 1) AS pi_high,
    count(DISTINCT CASE WHEN given AND channel IN ('message', 'call')
        THEN floor(local_us / 86400000000) END) AS days_spoken,
    count(DISTINCT CASE WHEN NOT given AND channel IN ('message', 'call')
        THEN floor(local_us / 86400000000) END) AS days_answered,
    min(us) AS first_us, max(us) AS last_us
FROM turn GROUP BY ego_id, alter_id
