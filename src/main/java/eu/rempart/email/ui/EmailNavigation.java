package eu.rempart.email.ui;

import eu.rempart.email.EmailId;

/** The ways to e-mails; the only door for the screens of other rooms. */
public final class EmailNavigation {

  static final String SETTINGS = "emails";
  static final String DETAILS = "emails/:id";

  private EmailNavigation() {}

  /** Path of one e-mail, which leads on to the record that it lies on. */
  public static String details(EmailId id) {
    return SETTINGS + "/" + id;
  }
}
