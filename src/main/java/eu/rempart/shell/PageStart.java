package eu.rempart.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.ApplicationConstants;
import eu.rempart.common.net.OtherSites;
import eu.rempart.shell.error.UnexpectedErrors;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.text.Catalogue;
import eu.rempart.shell.text.LanguageCookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prepares the first page of a browser: inline scripts and styles get the nonce of the answer, and
 * seven small scripts run before anything is drawn. Two stand in the page: the one that lets Flow
 * compile its expressions under a strict policy, and the one that sets the colour scheme without a
 * flash. The others are files that the browser keeps, since a page is not compressed (decision
 * record 0015): the one that tells keys that do something from keys that are typed, the one that
 * refuses in words what is too long for a field, the one that lets Back close what is open, the one
 * that goes to the other site when this one is lost, and the one that asks for passkeys.
 */
@Component
public final class PageStart implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  /** Under this path the browser finds the scripts of {@code frontend/start}. */
  private static final String FOLDER = "start/";

  private final String startScript = read("shell/csp.js") + read("shell/scheme.js");
  private final List<String> startFiles =
      Stream.of("keys.js", "paste.js", "back.js", "move.js", "passkey.js")
          .map(PageStart::address)
          .toList();
  private final transient Catalogue catalogue;
  private final transient ObjectProvider<SignedIn> signedIn;
  private final transient ObjectProvider<OtherSites> others;

  /** Reads the scripts; members' languages come from {@code signedIn} where there is one. */
  public PageStart(
      Catalogue catalogue, ObjectProvider<SignedIn> signedIn, ObjectProvider<OtherSites> others) {
    this.catalogue = catalogue;
    this.signedIn = signedIn;
    this.others = others;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::prepare);
    var service = event.getSource();
    service.addSessionInitListener(
        init -> {
          init.getSession().setErrorHandler(new UnexpectedErrors());
          LanguageCookie.begin(
              init.getSession(), init.getRequest(), catalogue.getProvidedLocales());
        });
    service.addUIInitListener(init -> welcome(init.getUI()));
    service.setSystemMessagesProvider(info -> messages(info.getLocale()));
  }

  private void welcome(UI ui) {
    signedIn.ifAvailable(
        session -> {
          ui.setLocale(language());
          if (session.person().isPresent()) {
            LanguageCookie.keep(VaadinResponse.getCurrent(), session.language());
          }
          ProofDialog.answeredBy(ui, session.prover());
        });
    var dialog = ui.getReconnectDialogConfiguration();
    dialog.setDialogText(catalogue.getTranslation("shell.offline", ui.getLocale()));
    dialog.setDialogTextGaveUp(catalogue.getTranslation("shell.offline.gaveup", ui.getLocale()));
    ui.getPage()
        .executeJs(
            "window.rempartTooLong = $0",
            catalogue.getTranslation("shell.field.long", ui.getLocale()));
    // Flow's bar that says "reconnecting" stands outside of every landmark; as a status it may
    ui.getPage()
        .executeJs(
            """
            const bar = document.querySelector('vaadin-connection-indicator');
            if (bar) {
              bar.setAttribute('role', 'status');
              bar.onlineText = $0;
            }
            """,
            catalogue.getTranslation("shell.online", ui.getLocale()));
  }

  private SystemMessages messages(Locale locale) {
    var messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setSessionExpiredCaption(catalogue.getTranslation("shell.expired.title", locale));
    messages.setSessionExpiredMessage(catalogue.getTranslation("shell.expired.sentence", locale));
    messages.setInternalErrorCaption(catalogue.getTranslation("shell.broken.title", locale));
    messages.setInternalErrorMessage(catalogue.getTranslation("shell.broken.sentence", locale));
    return messages;
  }

  private void prepare(IndexHtmlResponse response) {
    var nonce = (String) response.getVaadinRequest().getAttribute(Nonce.ATTRIBUTE);
    var document = response.getDocument();
    document.select("html").removeAttr("style"); // Flow's colour scheme; tokens.css says the same
    // the member's, not the browser's: screen readers and figures in charts go by it
    document.select("html").attr("lang", language().getLanguage());
    document
        .head()
        .prependChildren(
            Stream.concat(
                    Stream.of(new Element("script").appendChild(new DataNode(startScript))),
                    startFiles.stream().map(file -> new Element("script").attr("src", file)))
                .toList());
    others.ifAvailable(sites -> tell(document, sites));
    if (nonce != null) {
      document.select("script, style").attr("nonce", nonce);
    }
  }

  /** No script, so that nothing in it can run. */
  private static void tell(Document document, OtherSites sites) {
    document
        .head()
        .appendChild(
            new Element("script")
                .attr("type", "application/json")
                .attr("id", "other-sites")
                .appendChild(
                    new DataNode(JsonMapper.shared().writeValueAsString(sites.origins()))));
  }

  /** The member's; without one of theirs the browser's, whoever was signed in on it before. */
  private Locale language() {
    VaadinSession spoken = VaadinSession.getCurrent();
    SignedIn session = signedIn.getIfAvailable();
    if (session == null) {
      return spoken.getLocale();
    }
    Optional<Locale> chosen = session.language();
    if (chosen.isEmpty() && session.person().isPresent()) {
      LanguageCookie.followBrowser(spoken);
    }
    return chosen.orElseGet(spoken::getLocale);
  }

  /** From the root of all, and with the checksum by which Flow knows that it never changes. */
  private static String address(String name) {
    var sum = new CRC32();
    sum.update(read("META-INF/resources/" + FOLDER + name).getBytes(StandardCharsets.UTF_8));
    return "/%s%s?%s=%08x"
        .formatted(FOLDER, name, ApplicationConstants.CONTENT_HASH_PARAMETER, sum.getValue());
  }

  private static String read(String name) {
    try {
      return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + name, e);
    }
  }
}
