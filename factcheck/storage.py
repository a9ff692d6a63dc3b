from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Names static files by digest, in the `import` lines of script modules too.

    Without this a module would load its neighbours under names that a browser may keep for ever.
    """

    support_js_module_import_aggregation = True
