"""What an Instagram export holds and we leave: no ties, or other people's address books."""

_FOLDERS = """
    media photos videos audio gifs stickers files ai ai_conversations avatars_store events
    fundraisers gifts guides instants monetization shopping other_activity reports
    digital_wallets loyalty_accounts contacts instagram_ads_and_businesses ads_and_businesses
    advertising your_topics apps_and_websites apps_and_websites_off_of_instagram
    past_instagram_insights link_history policy_updates_and_permissions autofill_information
    device_information information_about_you settings media_settings comments_settings
    login_and_account_creation login_and_profile_creation
"""
"""Folders."""

_ACCOUNT = """
    personal_information account_information instagram_profile_information note_interactions
    note_and_repost_interactions professional_information profile_changes linked_meta_accounts
    instagram_friend_map account_supervision profile_photos recently_deleted_content
    other_content no-data start_here index
"""
"""Files about ego's account: read before the first record, or not needed."""

_SERVED = """
    ads_viewed ads_clicked ads_interests in-app_message suggested_profiles_viewed
    suggested_accounts_viewed profiles_you're_not_interested_in
    accounts_you're_not_interested_in posts_you're_not_interested_in
    posts_you're_interested_or_not_interested_in removed_suggestions
"""
"""Advertisements and suggestions that the platform put there."""

_LISTS = """
    blocked_profiles blocked_accounts restricted_profiles restricted_accounts hide_story_from
    profiles_you've_favorited custom_lists following_hashtags recently_unfollowed
    recently_unfollowed_profiles recently_unfollowed_accounts saved_collections saved_music
    saved_locations place_searches comments_reported reported_conversations
    secret_conversations your_scheduled_chat_notifications your_chat_information chats
    show_exclusive_story_promo_setting your_muted_story_teaser_creators
"""
"""Lists that say nothing that the follow lists and the messages do not say."""

_THREADS = """
    threads_home interest_feeds_on_threads
"""
"""Threads' own settings."""

IGNORED = frozenset(f"{_FOLDERS}{_ACCOUNT}{_SERVED}{_LISTS}{_THREADS}".split())
