-- Every answered message, with its first answer.
SELECT place, min(us) FILTER (WHERE role = 'creator') AS us,
    bool_or(role = 'creator') AS by_creator, bool_or(role = 'team') AS by_team,
    bool_or(role = 'creator' AND linked) AS linked
FROM (
    SELECT place, us, role, TRUE AS linked FROM linked
    UNION ALL
    SELECT place, us, role, FALSE FROM called
) GROUP BY place
