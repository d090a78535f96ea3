-- Every fan: what they wrote and what came back.
SELECT s.*, s.messages - s.answered - s.seen AS unknown, p.actor_id
FROM (
    SELECT s.who, count(*) AS messages, min(s.us) AS first_us, max(s.us) AS last_us,
        count(*) FILTER (WHERE s.state = 'answered') AS answered,
        count(*) FILTER (WHERE s.state = 'seen') AS seen,
        bool_or(s.acknowledged) AS acknowledged,
        count(*) FILTER (WHERE (s.marks & b.question) <> 0) AS questions,
        max(s.us) FILTER (WHERE s.state = 'answered') AS answered_us,
        max(s.us) FILTER (WHERE s.state = 'seen') AS seen_us,
        max(s.us) FILTER (WHERE s.state = 'seen' AND (s.marks & b.question) <> 0) AS asked_us,
        count(*) FILTER (WHERE s.whom = 'creator' AND (s.marks & b.wordless) = 0) AS to_creator,
        count(*) FILTER (WHERE s.whom = 'fans' AND (s.marks & b.wordless) = 0) AS to_fans,
        bit_or(coalesce(s.marks, 0)) AS marks
    FROM state AS s CROSS JOIN bits AS b GROUP BY s.who
) AS s JOIN person AS p ON p.who = s.who
