package eu.rempart.alert.channel.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import eu.rempart.account.Access;
import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.PeerWatch;
import eu.rempart.alert.channel.PeerWatch.Seen;
import eu.rempart.alert.channel.answer.AnswerTokenService;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;

/** Where messages of the alert go: one line for each way, and what is said of its peer. */
@Route(value = ChannelNavigation.SERVERS, layout = MainLayout.class)
@RolesAllowed(Access.SECURITY)
@StyleSheet("styles/alert-channel.css")
public final class AlertServersView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ChannelSettingsService settings;
  private final transient Channels channels;
  private final transient PeerWatch peers;
  private final transient AnswerTokenService answers;
  private final UnorderedList lines = new UnorderedList();

  public AlertServersView(
      ChannelSettingsService settings,
      Channels channels,
      PeerWatch peers,
      AnswerTokenService answers) {
    this.settings = settings;
    this.answers = answers;
    this.channels = channels;
    this.peers = peers;
    lines.addClassNames("lines", "channel-lines");
    lines.getElement().setAttribute("aria-label", t("alert-channel.title"));
    var page = getContent();
    page.addClassName("channel-page");
    page.add(new H1(t("alert-channel.title")), new Paragraph(t("alert-channel.sentence")), lines);
    show();
  }

  @Override
  public String getPageTitle() {
    return t("alert-channel.title");
  }

  private void show() {
    lines.removeAll();
    lines.add(mail());
    settings.all().stream()
        .filter(each -> each.kind() != ChannelKind.EMAIL)
        .forEach(each -> lines.add(line(each)));
  }

  /** Its server takes all outgoing mail, and has a screen of its own. */
  private ListItem mail() {
    boolean there = channels.of(ChannelKind.EMAIL).filter(Channel::configured).isPresent();
    ListItem line =
        line(
            ChannelKind.EMAIL,
            there ? used(ChannelKind.EMAIL) : "none",
            t(there ? "alert-channel.mail.used" : "alert-channel.mail.none"));
    if (there) {
      line.add(attempt(ChannelKind.EMAIL));
    }
    line.add(new RouterLink(t("alert-channel.mail.title"), OutgoingMailView.class));
    return line;
  }

  private String used(ChannelKind kind) {
    return peers.last(kind).filter(seen -> !seen.answers()).isPresent() ? "silent" : "used";
  }

  private Button attempt(ChannelKind kind) {
    var button = new Button(t("alert-channel.try"), _ -> look(kind));
    button.setAriaLabel(t("alert-channel.try.of", t("alert.channel." + kind.key())));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private void look(ChannelKind kind) {
    peers
        .look(kind)
        .ifPresent(
            seen -> {
              if (seen.answers()) {
                Notices.success(t("alert-channel.try.well"));
              } else {
                Notices.error(known(kind));
              }
            });
    show();
  }

  /** What is known of whether it answers; empty before a server looked. */
  private String known(ChannelKind kind) {
    Seen seen = peers.last(kind).orElse(null);
    if (seen == null) {
      return "";
    }
    Instant answered = seen.answeredAt();
    String last = answered == null ? t("alert-channel.seen.never") : Formats.dateTime(answered);
    Reason why = seen.failure();
    return seen.answers() || why == null
        ? t("alert-channel.seen.well", last)
        : t("alert-channel.seen.silent", t("alert.reason." + why.key()), last);
  }

  private ListItem line(ChannelSettings each) {
    String state = each.version() == 0 ? "none" : each.enabled() ? used(each.kind()) : "off";
    Setting place = Setting.of(each.kind()).getFirst();
    String more =
        each.version() == 0 ? t("alert-channel.about." + each.kind().key()) : each.of(place);
    ListItem line = line(each.kind(), state, more);
    String name = t("alert.channel." + each.kind().key());
    var change =
        new Button(
            t(each.version() == 0 ? "alert-channel.set-up" : "alert-channel.change"),
            _ -> new ChannelDialog(each, settings, () -> saved(each.kind())).open());
    change.setAriaLabel(
        t(each.version() == 0 ? "alert-channel.set-up.of" : "alert-channel.change.of", name));
    change.addThemeVariants(ButtonVariant.TERTIARY);
    if (each.kind() == ChannelKind.SMS_HTTP && each.version() > 0) {
      line.add(answers(name));
    }
    if (each.version() > 0 && each.enabled()) {
      line.add(attempt(each.kind()));
    }
    line.add(change);
    return line;
  }

  /** What was seen was another one; whether this one answers is said at once. */
  private void saved(ChannelKind kind) {
    peers.forget(kind);
    look(kind);
  }

  private Button answers(String name) {
    var button = new Button(t("alert-channel.answers"), _ -> new AnswersDialog(answers).open());
    button.setAriaLabel(t("alert-channel.answers.of", name));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private ListItem line(ChannelKind kind, String state, String more) {
    var stage = new Span(t("alert-channel.state." + state));
    stage.addClassNames("line-chip", "channel-" + state);
    var title = new Div(new Span(t("alert.channel." + kind.key())), stage);
    title.addClassName("line-title");
    var soft = new Span(more);
    soft.addClassName("line-soft");
    var words = new Div(title, soft);
    if (state.equals("used") || state.equals("silent")) {
      var seen = new Span(known(kind));
      seen.addClassName("line-soft");
      words.add(seen);
    }
    words.addClassName("line-words");
    return new ListItem(words);
  }
}
