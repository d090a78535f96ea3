-- What they answered by name: the last message of whoever they call, not long before; one under the
-- same message, where there is one.
SELECT s.room_no, s.place AS by_place,
    max_by(m.place, row(coalesce(m.under = s.under, FALSE), m.us, m.place)) AS place,
    m.who, s.us, s.role
FROM (
    SELECT s.* FROM speech AS s ANTI JOIN linked AS l ON l.by_place = s.place AND l.who = s.to_who
) AS s
JOIN message AS m ON m.room_no = s.room_no AND m.who = s.to_who AND m.us <= s.us
CROSS JOIN rule
WHERE m.us >= s.us - rule.named_us AND m.role = 'fan'
GROUP BY s.room_no, s.place, m.who, s.us, s.role
