package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.Person;
import eu.rempart.shell.SignedIn;
import eu.rempart.shell.error.MissingPage.Explanation;
import eu.rempart.shell.part.Glyph;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** No page at this address, or no record with this number: the two look the same on purpose. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public final class NotFoundView extends ErrorPage
    implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** What was archived lies there. */
  private static final String BIN = "bin";

  private final transient ObjectProvider<NavigationEntry> entries;
  private final transient ObjectProvider<SignedIn> signedIn;
  private final transient ObjectProvider<MissingPage> rooms;
  private transient @Nullable Explanation explanation;

  NotFoundView(
      ObjectProvider<NavigationEntry> entries,
      ObjectProvider<SignedIn> signedIn,
      ObjectProvider<MissingPage> rooms) {
    this.entries = entries;
    this.signedIn = signedIn;
    this.rooms = rooms;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    Optional<Explanation> known = explanation(event.getLocation().getPath());
    explanation = known.orElse(null);
    known.ifPresentOrElse(
        it -> show(Glyph.ARCHIVE, it.title(), it.sentences(), it.actions()),
        () ->
            show(Glyph.SEARCH, getPageTitle(), List.of(t("shell.error.notfound.sentence")), bin()));
    return HttpServletResponse.SC_NOT_FOUND;
  }

  /** What a room knows of the address; members alone are told who open customer data. */
  private Optional<Explanation> explanation(String path) {
    return signedIn.stream()
        .flatMap(session -> session.person().stream())
        .filter(Person::opensCustomerData)
        .limit(1)
        .flatMap(_ -> rooms.orderedStream())
        .flatMap(room -> room.at(path).stream())
        .findFirst();
  }

  /** The way to the bin, for whoever has it among their places. */
  private List<Component> bin() {
    return signedIn.stream()
        .flatMap(session -> session.person().stream())
        .filter(
            person ->
                entries.stream()
                    .anyMatch(
                        entry -> entry.route().equals(BIN) && entry.visibleFor().test(person)))
        .limit(1)
        .<Component>map(
            _ -> {
              var link = new Anchor(BIN, t("shell.error.notfound.bin"));
              link.getElement().setAttribute("router-link", true);
              link.addClassName("button-link");
              return link;
            })
        .toList();
  }

  @Override
  public String getPageTitle() {
    return explanation == null ? t("shell.error.notfound.title") : explanation.title();
  }
}
