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
import eu.rempart.shell.SignedIn;
import eu.rempart.shell.part.Glyph;
import jakarta.servlet.http.HttpServletResponse;
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

  NotFoundView(ObjectProvider<NavigationEntry> entries, ObjectProvider<SignedIn> signedIn) {
    this.entries = entries;
    this.signedIn = signedIn;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    show(Glyph.SEARCH, getPageTitle(), t("shell.error.notfound.sentence"), bin());
    return HttpServletResponse.SC_NOT_FOUND;
  }

  /** The way to the bin, for whoever has it among their places. */
  private Component[] bin() {
    return signedIn.stream()
        .flatMap(session -> session.person().stream())
        .filter(
            person ->
                entries.stream()
                    .anyMatch(
                        entry -> entry.route().equals(BIN) && entry.visibleFor().test(person)))
        .limit(1)
        .map(
            _ -> {
              var link = new Anchor(BIN, t("shell.error.notfound.bin"));
              link.getElement().setAttribute("router-link", true);
              link.addClassName("button-link");
              return link;
            })
        .toArray(Component[]::new);
  }

  @Override
  public String getPageTitle() {
    return t("shell.error.notfound.title");
  }
}
