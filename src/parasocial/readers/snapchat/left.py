"""What a Snapchat export holds and we leave: no ties, or nobody named."""

_FOLDERS = """
    html chat_media memories shared_story profile media css js
"""

_FILES = """
    account account_history bitmoji cameos_metadata community_lenses connected_apps
    email_campaign_history feature_emails in_app_reports index in_app_surveys location_history
    login_history memories_history my_ai my_lenses my_sticker_packs payments payouts_and_data
    purchase_history ranking scan_history shop_history snap_ads snap_games_and_minis
    snap_map_places snap_pro snap_tokens snapchat_plus spotlight_history spotlight_replies
    support_note talk_history terms_history third_party_history user_profile
"""

_EMPTY = """
    chat_history snap_history friends story_history subscriptions search_history
"""
"""Files that are read unless they hold nothing, when nothing tells what they are."""

IGNORED = frozenset(f"{_FOLDERS}{_FILES}{_EMPTY}".split())
