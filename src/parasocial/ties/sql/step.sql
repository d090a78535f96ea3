-- Gaps between the turns and sessions of a tie, for its median and for dormancy.
SELECT ego_id, alter_id, us,
    us - lag(us) OVER (PARTITION BY ego_id, alter_id ORDER BY us) AS gap_us
FROM (
    SELECT ego_id, alter_id, us FROM turn WHERE starts = 1
    UNION ALL
    SELECT ego_id, alter_id, us FROM watch WHERE starts = 1
) AS s
