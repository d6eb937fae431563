package eu.rempart.alert.channel.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.PeerWatch;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.alert.channel.send.OutgoingMailService;
import eu.rempart.alert.channel.send.OutgoingMailService.Outcome;
import eu.rempart.mail.relay.MailRelay;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Card;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Optional;

/** The server that takes outgoing mail: where it is, and whether it takes any. */
@Route(value = ChannelNavigation.MAIL, layout = MainLayout.class)
@RolesAllowed(Access.SECURITY)
@StyleSheet("styles/alert-channel.css")
public final class OutgoingMailView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ChannelSettingsService settings;
  private final transient OutgoingMailService mail;
  private final transient PeerWatch peers;
  private final Div place = new Div();
  private final Paragraph outcome = new Paragraph();

  public OutgoingMailView(
      ChannelSettingsService settings, OutgoingMailService mail, PeerWatch peers) {
    this.settings = settings;
    this.mail = mail;
    this.peers = peers;
    outcome.addClassName("mail-outcome");
    outcome.getElement().setAttribute("role", "status");
    var page = getContent();
    page.addClassName("channel-page");
    page.add(
        new H1(t("alert-channel.mail.title")),
        new Paragraph(t("alert-channel.mail.sentence")),
        place,
        outcome);
    show();
  }

  @Override
  public String getPageTitle() {
    return t("alert-channel.mail.title");
  }

  private void show() {
    place.removeAll();
    Optional<MailRelay> file = mail.setByOperator();
    ChannelSettings kept = settings.find(ChannelKind.EMAIL);
    boolean used = file.isPresent() || (kept.version() > 0 && kept.enabled());
    var card = new Card(t("alert-channel.mail.server"));
    card.addClassName("mail-server");
    String state = used ? "used" : kept.version() > 0 ? "off" : "none";
    var chip = new Span(t("alert-channel.state." + state));
    chip.addClassNames("line-chip", "channel-" + state);
    card.withAction(chip);
    if (file.isPresent()) {
      card.add(new Paragraph(t("alert-channel.mail.file")), values(file.get()));
    } else if (kept.version() > 0) {
      card.add(values(kept));
    } else {
      card.add(new Paragraph(t("alert-channel.mail.none.sentence")));
    }
    card.add(actions(used, file.isPresent(), kept));
    place.add(card);
  }

  private Div actions(boolean used, boolean file, ChannelSettings kept) {
    var actions = new Div();
    actions.addClassName("mail-actions");
    if (used) {
      var test = new Button(t("alert-channel.mail.test"), _ -> test());
      test.setDisableOnClick(true);
      test.addThemeVariants(ButtonVariant.PRIMARY);
      actions.add(test);
    }
    if (!file) {
      var change =
          new Button(
              t(kept.version() == 0 ? "alert-channel.mail.set-up" : "alert-channel.mail.change"),
              _ -> new ChannelDialog(kept, settings, this::saved).open());
      if (!used) {
        change.addThemeVariants(ButtonVariant.PRIMARY);
      }
      actions.add(change);
    }
    return actions;
  }

  private void saved() {
    peers.forget(ChannelKind.EMAIL);
    outcome.setText("");
    show();
  }

  private static DescriptionList values(MailRelay relay) {
    String user = relay.user();
    return values(
        relay.host() + ":" + relay.port(),
        relay.tls().name().toLowerCase(Locale.ROOT),
        user == null ? "" : user,
        relay.from());
  }

  private static DescriptionList values(ChannelSettings kept) {
    return values(
        kept.of(Setting.HOST) + ":" + kept.of(Setting.PORT),
        kept.of(Setting.MAIL_PROTECTION),
        kept.of(Setting.MAIL_USER),
        kept.of(Setting.MAIL_FROM));
  }

  private static DescriptionList values(
      String address, String encryption, String user, String from) {
    var list = new DescriptionList();
    list.addClassName("mail-values");
    add(list, "alert-channel.mail.address", address);
    add(
        list,
        "alert-channel.field.mail-protection",
        t("alert-channel.field.mail-protection." + encryption));
    add(
        list,
        "alert-channel.field.mail-user",
        user.isEmpty() ? t("alert-channel.mail.nobody") : user);
    add(list, "alert-channel.field.mail-from", from);
    return list;
  }

  private static void add(DescriptionList list, String key, String value) {
    list.add(new DescriptionList.Term(t(key)), new DescriptionList.Description(value));
  }

  private void test() {
    outcome.removeClassNames("mail-well", "mail-wrong");
    Outcome result =
        mail.test(t("alert-channel.mail.test.subject"), t("alert-channel.mail.test.text"));
    outcome.addClassName(result instanceof Outcome.Taken ? "mail-well" : "mail-wrong");
    outcome.setText(words(result));
    show();
  }

  private static String words(Outcome result) {
    return switch (result) {
      case Outcome.Taken(var address) -> t("alert-channel.mail.test.taken", address);
      case Outcome.Silent _ -> t("alert-channel.mail.test.silent");
      case Outcome.NoServer _ -> t("alert-channel.mail.none.sentence");
      case Outcome.Refused(var fault, _, var said) -> {
        String why =
            switch (fault) {
              case UNREACHABLE -> t("alert-channel.mail.fault.unreachable");
              case PLACE -> t("alert-channel.mail.fault.place");
              case TLS -> t("alert-channel.mail.fault.tls");
              case CREDENTIALS -> t("alert-channel.mail.fault.credentials");
              case LATER -> t("alert-channel.mail.fault.later");
              case REFUSED -> t("alert-channel.mail.fault.refused");
              case NO_RECIPIENT -> t("alert-channel.mail.fault.recipient");
            };
        yield said.isBlank() ? why : why + " " + t("alert-channel.mail.said", said);
      }
    };
  }
}
