package eu.rempart.account;

/** What somebody may do. Services ask for rights, never for roles. */
public enum Right {
  READ_RECORDS,
  WRITE_RECORDS,
  /** Move records to the bin, and take that back at once. */
  ARCHIVE_RECORDS,
  /** Bring records back from the bin. */
  RESTORE_RECORDS,
  /** Remove records from the bin for good. */
  PURGE_RECORDS,
  IMPORT_RECORDS,
  EXPORT_RECORDS,
  /** Shape the pipelines that deals go through. */
  MANAGE_PIPELINES,
  /** Write what the organisation says of itself on its documents. */
  MANAGE_FIRM,
  /** Give records fields of the organisation's own. */
  MANAGE_FIELDS,
  MANAGE_MEMBERS,
  /** Read security events and change what protects the organisation. */
  MANAGE_SECURITY,
  SEE_OPERATIONS
}
