-- Every fan: what they wrote and what came back.
SELECT s.*, p.actor_id
FROM (
    SELECT s.who, count(*) AS messages,
        min(s.us) AS first_us, max(s.us) AS last_us,
        count(*) FILTER (WHERE s.state = 'answered') AS answered,
        count(*) FILTER (WHERE s.state = 'seen') AS seen,
        count(*) FILTER (WHERE s.state = 'cannot_be_told') AS unknown,
        count(*) FILTER (WHERE s.acknowledged) AS acknowledged,
        count(*) FILTER (WHERE (s.marks & b.question) <> 0) AS questions,
        max(s.us) FILTER (WHERE s.state = 'answered') AS answered_us,
        count(*) FILTER (WHERE s.whom = 'creator' AND (s.marks & b.wordless) = 0) AS to_creator,
        count(*) FILTER (WHERE s.whom = 'fans' AND (s.marks & b.wordless) = 0) AS to_fans,
        bit_or(coalesce(s.marks, 0)) AS marks
    FROM state AS s CROSS JOIN bits AS b GROUP BY s.who
) AS s JOIN person AS p ON p.who = s.who
