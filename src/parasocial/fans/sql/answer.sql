-- Every answered message, with its first answer.
SELECT platform, room, item_id, min(actor_id) AS actor_id,
    min(us) FILTER (WHERE role = 'creator') AS us,
    bool_or(role = 'creator') AS by_creator, bool_or(role = 'team') AS by_team,
    bool_or(role = 'creator' AND linked) AS linked
FROM (
    SELECT platform, room, item_id, actor_id, us, role, TRUE AS linked FROM linked
    UNION ALL
    SELECT platform, room, item_id, actor_id, us, role, FALSE FROM called
) GROUP BY platform, room, item_id
