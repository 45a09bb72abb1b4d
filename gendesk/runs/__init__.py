"""Run folders on disk: made, recorded while training, watched from elsewhere, continued."""
