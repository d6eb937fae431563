package eu.rempart.alert.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * That a telephone did not get a message, as an SMSC says it: in optional parameters, in the text
 * that SMPP 3.4 proposes (appendix B), or in both.
 *
 * @param names the SMSC's name of the message: some take it in hexadecimal and return it in decimal
 * @param number the network's own reason
 */
record FailureReceipt(Set<String> names, @Nullable Integer number) {

  /** Expired, deleted, undeliverable, rejected (SMPP 3.4, 5.2.28). */
  private static final Set<Integer> LOST = Set.of(3, 4, 5, 8);

  private static final Set<String> LOST_WORDS = Set.of("EXPIRED", "DELETED", "UNDELIV", "REJECTD");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
  private static final Pattern ID = Pattern.compile("\\bid:\\s*(" + NAME + ")");
  private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Z]{1,10})");
  private static final Pattern ERROR = Pattern.compile("\\berr:\\s*([0-9]{1,6})");
  private static final Pattern TEXT = Pattern.compile("\\btext:", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{1,15}");

  /** Copies. */
  FailureReceipt {
    names = Set.copyOf(names);
  }

  /** Empty if it says anything else: that it arrived, or nothing that makes sense. */
  static Optional<FailureReceipt> of(DeliverSm brought) {
    String text = TEXT.split(new String(Answers.content(brought), StandardCharsets.US_ASCII), 2)[0];
    if (!isLost(brought, text)) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    var named = brought.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    if (named != null) {
      String id = new String(named.getValue(), StandardCharsets.US_ASCII).replace("\0", "");
      Optional.of(id).filter(NAME.asMatchPredicate()).ifPresent(name -> addForms(names, name));
    }
    found(ID, text).ifPresent(id -> addForms(names, id));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FailureReceipt(names, found(ERROR, text).map(Integer::valueOf).orElse(null)));
  }

  private static boolean isLost(DeliverSm brought, String text) {
    var state = brought.getOptionalParameter(OptionalParameter.Message_state.class);
    return state == null
        ? found(STATE, text).filter(LOST_WORDS::contains).isPresent()
        : LOST.contains((int) state.getValue());
  }

  private static Optional<String> found(Pattern what, String text) {
    Matcher matcher = what.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void addForms(Set<String> names, String id) {
    names.add(id);
    if (DECIMAL.matcher(id).matches()) {
      String hexadecimal = Long.toHexString(Long.parseLong(id));
      names.add(hexadecimal);
      names.add(hexadecimal.toUpperCase(Locale.ROOT));
      names.add(Long.toString(Long.parseLong(id)));
    }
    if (HEXADECIMAL.matcher(id).matches()) {
      names.add(Long.toString(Long.parseLong(id, 16)));
    }
  }
}
