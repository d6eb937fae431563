package eu.rempart.common.command;

import java.io.Serial;

/** A command can't be done; there is a sentence for it among the command's texts. */
public final class CommandRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final String sentence;
  private final transient Object[] values;

  /**
   * A refusal whose sentence is called {@code refused} and its code.
   *
   * @param code such as {@code not-running}
   * @param values for its sentence
   */
  public CommandRefusedException(String code, Object... values) {
    this(code, "refused." + code, values.clone());
  }

  private CommandRefusedException(String code, String sentence, Object[] values) {
    super(code);
    this.code = code;
    this.sentence = sentence;
    this.values = values;
  }

  /**
   * A refusal in the words of something else.
   *
   * @param sentence its name, without that of the command
   */
  public static CommandRefusedException saying(String sentence, String code, Object... values) {
    return new CommandRefusedException(code, sentence, values.clone());
  }

  public String code() {
    return code;
  }

  /** The name of its sentence, without that of the command. */
  String sentence() {
    return sentence;
  }

  /** For its sentence. */
  public Object[] values() {
    return values.clone();
  }
}
