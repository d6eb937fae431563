package eu.rempart.account;

/**
 * Names for {@code @RolesAllowed} on routes. Every right is granted as an authority too, so a view
 * asks for what it shows: {@code @RolesAllowed(Access.RECORDS)}. A view with {@code @PermitAll} is
 * open to every member but not to engineers.
 */
public final class Access {

  /** Everybody who may read customer data. */
  public static final String RECORDS = "READ_RECORDS";

  /** Who may move records to the bin, and take back what they moved there. */
  public static final String ARCHIVE = "ARCHIVE_RECORDS";

  public static final String IMPORT = "IMPORT_RECORDS";

  public static final String PIPELINES = "MANAGE_PIPELINES";

  public static final String FIRM = "MANAGE_FIRM";

  public static final String FIELDS = "MANAGE_FIELDS";

  public static final String MEMBERS = "MANAGE_MEMBERS";

  public static final String SECURITY = "MANAGE_SECURITY";

  /** Administrators and engineers. */
  public static final String OPERATIONS = "SEE_OPERATIONS";

  private Access() {}
}
