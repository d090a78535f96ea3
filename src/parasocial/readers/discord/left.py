"""Folders and files of a data package that are known and say nothing about a tie."""

_FOLDERS = """
    activity activities ads servers support_tickets analytics modeling reporting tns applications
    user_data_exports recent_avatars アクティビティ 広告 サーバー サポート_チケット
"""
_FILES = """
    index readme avatar guild audit-log webhooks bans channels emojis application traits
    quests_user_status tickets
"""

IGNORED = frozenset(f"{_FOLDERS}{_FILES}".split())
