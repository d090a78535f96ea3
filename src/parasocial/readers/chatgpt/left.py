"""What a ChatGPT export holds and we leave, folded."""

_FILES = """
    user user_settings users model_comparisons shared_conversations
    conversation_asset_file_names export_manifest library_files projects memories ads chat sora
    assets audio dalle dalle-generations image vision tts
"""
"""Ego's account, votes on answers, titles once more, pictures, and the same as a page."""

IGNORED = frozenset(_FILES.split())
