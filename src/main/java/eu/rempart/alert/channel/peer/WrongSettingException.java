package eu.rempart.alert.channel.peer;

import org.jspecify.annotations.Nullable;

/** Nothing can be sent to a peer of which this is said. Holds nothing of what was typed. */
public final class WrongSettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Setting setting;

  /**
   * @param setting what is wrong; null for the password or token
   */
  public WrongSettingException(@Nullable Setting setting, @Nullable Throwable cause) {
    super((setting == null ? "secret" : setting.key()) + " is wrong", cause);
    this.setting = setting;
  }

  /** What is wrong; null for the password or token. */
  public @Nullable Setting setting() {
    return setting;
  }
}
