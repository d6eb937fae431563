package eu.rempart.vault.password;

/** Why a password is refused; {@link #messageKey} names the sentence for people. */
public enum PasswordFault {
  TOO_SHORT("vault.password.tooShort"),
  TOO_SHORT_WITH_SECOND_FACTOR("vault.password.tooShort.second"),
  TOO_LONG("vault.password.tooLong"),
  COMMON("vault.password.common"),
  PERSONAL("vault.password.personal");

  private final String messageKey;

  PasswordFault(String messageKey) {
    this.messageKey = messageKey;
  }

  public String messageKey() {
    return messageKey;
  }
}
