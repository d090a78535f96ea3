"""Tables of a Reddit export that are known and say nothing about a tie."""

_TABLES = """
    account_gender announcements approved_submitter_subreddits birthdate checkfile comment_headers
    drafts hidden_posts ip_logs linked_identities linked_phone_number message_headers
    messages_archive_headers moderated_subreddits multireddits payouts persona poll_votes
    post_headers purchases scheduled_posts sensitive_ads_preferences statistics stripe
    twitter user_preferences
"""

IGNORED = frozenset(_TABLES.split())
