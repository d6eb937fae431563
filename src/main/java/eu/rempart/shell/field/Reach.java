package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.Glyph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** E-mails, phones and addresses for reading: links that write or dial, and what to know first. */
public final class Reach {

  private Reach() {}

  /** One line for each address, the primary one first. */
  public static Component[] emails(List<EmailEntry> emails) {
    return emails.stream()
        .sorted(Comparator.comparing(EmailEntry::primary).reversed())
        .map(Reach::email)
        .toArray(Component[]::new);
  }

  private static Component email(EmailEntry entry) {
    String address = entry.address().value();
    var link =
        new Anchor(
            "mailto:" + URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@"),
            address);
    var line =
        line(FieldList.copyable(link, t("shell.field.email"), address), Kinds.label(entry.kind()));
    note(line, entry.optedOut(), t("shell.field.optedout"));
    note(line, entry.invalid(), t("shell.field.bounced"));
    return line;
  }

  /** One line for each number, the primary one first. */
  public static Component[] phones(List<PhoneEntry> phones) {
    return phones.stream()
        .sorted(Comparator.comparing(PhoneEntry::primary).reversed())
        .map(Reach::phone)
        .toArray(Component[]::new);
  }

  private static Component phone(PhoneEntry entry) {
    String pretty = entry.number().pretty();
    Component shown =
        entry
            .number()
            .tel()
            .<Component>map(number -> new Anchor("tel:" + number, pretty))
            .orElseGet(() -> new Span(pretty));
    var line =
        line(FieldList.copyable(shown, t("shell.field.phone"), pretty), Kinds.label(entry.kind()));
    note(line, entry.doNotCall(), t("shell.field.donotcall"));
    note(line, entry.invalid(), t("shell.field.unreachable"));
    return line;
  }

  /** The number that is called first; none where nobody may or can call. */
  public static Optional<Anchor> call(List<PhoneEntry> phones) {
    return phones.stream()
        .filter(entry -> entry.number().tel().isPresent() && !entry.doNotCall() && !entry.invalid())
        .min(Comparator.comparing(PhoneEntry::primary).reversed())
        .map(
            entry -> {
              var link = new Anchor("tel:" + entry.number().tel().orElseThrow());
              link.add(Glyph.PHONE.create(), new Span(t("shell.field.call")));
              link.setAriaLabel(t("shell.field.call.number", entry.number().pretty()));
              link.addClassNames("button-link", "call-link");
              return link;
            });
  }

  /** Each address as on an envelope. */
  public static Component[] addresses(List<PostalAddress> addresses) {
    return addresses.stream().map(Reach::address).toArray(Component[]::new);
  }

  private static Component address(PostalAddress address) {
    var lines = new Div();
    lines.addClassName("address");
    Addresses.lines(address).forEach(text -> lines.add(new Div(new Span(text))));
    return line(lines, Kinds.label(address.kind()));
  }

  private static Div line(Component shown, String kind) {
    var what = new Span(kind);
    what.addClassName("reach-kind");
    var line = new Div(shown, what);
    line.addClassName("reach");
    return line;
  }

  private static void note(Div line, boolean holds, String text) {
    if (holds) {
      var note = new Span(text);
      note.addClassNames("badge", "badge-warning");
      line.add(note);
    }
  }
}
