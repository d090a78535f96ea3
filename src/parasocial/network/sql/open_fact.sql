-- What is known of the open edges that were drawn.
SELECT e.nth, e.ego_id, e.turned, e.acts, e.since_us, e.known_us, e.gap_us,
    CASE WHEN f.actor_id IS NULL THEN 0 ELSE 1 END AS follows,
    CASE WHEN b.actor_id IS NULL THEN 0 ELSE 1 END AS followed_by,
    g.out_n AS ego_out, t.in_n AS alter_in, t.both_n AS alter_both, e.draw
FROM open_edge AS e
JOIN drawn AS d ON d.nth = e.nth
JOIN standing AS g ON g.nth = e.nth AND g.who = e.ego_id
JOIN standing AS t ON t.nth = e.nth AND t.who = e.alter_id
LEFT JOIN linked AS f ON f.nth = e.nth AND f.actor_id = e.ego_id AND f.target_id = e.alter_id
LEFT JOIN linked AS b ON b.nth = e.nth AND b.actor_id = e.alter_id AND b.target_id = e.ego_id
WHERE e.draw < d.below
