package eu.rempart.shell.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import java.util.function.Consumer;

/**
 * Tells whether a window leaves a sheet no wider than 48rem, beside the rail of places or above a
 * phone's bar: there a row of a list is a card. Style sheets ask the sheet itself for the same
 * width.
 */
public final class Phone {

  /** 48rem of sheet, 5rem of rail, and the edges. */
  private static final int UP_TO_PX = 896;

  private static final int SMALL_WIDTH_PX = 640;
  private static final int SMALL_HEIGHT_PX = 480;

  private Phone() {}

  /** Calls back once the component is shown, and whenever the window changes its width. */
  public static void watch(Component component, Consumer<Boolean> narrow) {
    component.addAttachListener(
        attached -> {
          var page = attached.getUI().getPage();
          narrow.accept(isNarrow(page.getExtendedClientDetails().getWindowInnerWidth()));
          var resizing =
              page.addBrowserWindowResizeListener(
                  resize -> narrow.accept(isNarrow(resize.getWidth())));
          component.addDetachListener(
              detached -> {
                detached.unregisterListener();
                resizing.remove();
              });
        });
  }

  /** Shows only the column of cards on a phone, and only the others elsewhere. */
  public static <T> void cards(Grid<T> grid, Column<T> cards) {
    cards.setVisible(false);
    watch(
        grid,
        narrow -> {
          grid.setClassName("cards", narrow);
          grid.getColumns().forEach(column -> column.setVisible(column.equals(cards) == narrow));
        });
  }

  /** Whether it is as small as a phone now, which stands or lies on its side. */
  public static boolean isSmall(UI ui) {
    var window = ui.getPage().getExtendedClientDetails();
    return isUpTo(window.getWindowInnerWidth(), SMALL_WIDTH_PX)
        || isUpTo(window.getWindowInnerHeight(), SMALL_HEIGHT_PX);
  }

  private static boolean isUpTo(int measured, int most) {
    return measured > 0 && measured <= most;
  }

  private static boolean isNarrow(int width) {
    return isUpTo(width, UP_TO_PX);
  }
}
