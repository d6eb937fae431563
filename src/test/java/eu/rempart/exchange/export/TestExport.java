package eu.rempart.exchange.export;

import eu.rempart.contact.LinkService;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.run.ImportHouse;

/** The export without Spring. */
public final class TestExport {

  private TestExport() {}

  /** The service on this house; what it tells of itself goes nowhere. */
  public static RecordExport of(ImportHouse house) {
    return new RecordExport(
        house.contacts(),
        house.bean(LinkService.class),
        house.bean(PhotoService.class),
        house.companies(),
        house.bean(CustomFieldService.class),
        house.rights(),
        new Leaving(house.rights(), _ -> {}, house.current(), event -> {}, _ -> {}));
  }
}
