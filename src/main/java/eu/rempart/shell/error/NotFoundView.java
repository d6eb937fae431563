package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Glyph;
import jakarta.servlet.http.HttpServletResponse;

/** No page at this address, or no record with this number: the two look the same on purpose. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public final class NotFoundView extends ErrorPage
    implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    show(Glyph.SEARCH, getPageTitle(), t("shell.error.notfound.sentence"));
    return HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public String getPageTitle() {
    return t("shell.error.notfound.title");
  }
}
