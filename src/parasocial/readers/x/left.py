"""What an X archive holds and we leave: no ties, or what another file says in full."""

_ACCOUNT = """
    account account-creation-ip account-label account-suspension account-timezone ageinfo
    app branch-links connected-application device-token email-address-change ip-audit
    key-registry manifest ni-devices personalization phone-number professional-data profile
    protected-history reply-prompt screen-name-change sso tweetdeck user_details verified
    verified-organization expanded-profile
"""
"""Files about ego's account: read before the first record, or not needed."""

_SERVED = """
    ad-engagements ad-free-article-visits ad-impressions ad-mobile-conversions-attributed
    ad-mobile-conversions-unattributed ad-online-conversions-attributed
    ad-online-conversions-unattributed ads-revenue-sharing catalog-item commerce-catalog
    product-drop product-set shop-module shopify-account twitter-shop
"""
"""Advertisements and shops."""

_REPEATED = """
    direct-message-headers direct-message-group-headers direct-messages-headers
    direct-messages-group-headers tweet-headers deleted-tweet-headers
"""
"""Lists of what other files hold with its words."""

_TAKEN_BACK = """
    deleted-tweets deleted-tweet deleted-note-tweet birdwatch-note-tombstone
    community-note-tombstone
"""
"""What ego has deleted."""

_LISTS = """
    block mute smartblock direct-message-mute lists-created lists-member lists-subscribed
    list-creation list-membership list-subscription saved-search user-link-clicks contact
    twitter-circle twitter-circle-member twitter-circle-tweet
"""
"""Lists that are no ties, or that say nothing of whom."""

_OTHER = """
    article article-metadata audio-video-calls-in-dm
    audio-video-calls-in-dm-recipient-sessions birdwatch-note birdwatch-note-rating
    community-note community-note-batsignal community-note-rating moment
    periscope-account-information periscope-ban-information periscope-broadcast-metadata
    periscope-comments-made-by-user periscope-expired-broadcasts periscope-followers
    periscope-profile-description spaces-metadata
"""
"""Other products."""

_FOLDERS = """
    assets lib css img community_tweet_media deleted_tweets_media direct_messages_group_media
    direct_messages_media grok_chat_media moments_media moments_tweets_media profile_media
    tweet_media tweets_media twitter_circle_tweet_media twitter_article_media
    direct_message_media direct_message_group_media spaces_media periscope_media
"""
"""Folders of pictures, and of the page that shows the archive."""

_FILES = f"{_ACCOUNT}{_SERVED}{_REPEATED}{_TAKEN_BACK}{_LISTS}{_OTHER}".split()
_PARTS = range(1, 33)

IGNORED = frozenset(
    (
        *_FOLDERS.split(),
        *_FILES,
        *(f"{name}-part{part}" for name in _FILES for part in _PARTS),
        *("readme", "your archive", "index", "payload_details", "tweet_index", "tweets.csv"),
    )
)
