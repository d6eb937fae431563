package eu.rempart.exchange.csv;

import eu.rempart.common.AddressKind;
import eu.rempart.exchange.csv.ColumnReaders.ColumnReader;
import eu.rempart.exchange.value.AddressDraft;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.ReachDraft;
import org.jspecify.annotations.Nullable;

/** Reads the columns that hold a part of a postal address: {@code WORK_CITY} and the like. */
final class AddressColumns {

  private AddressColumns() {}

  /**
   * The reader of an address column.
   *
   * @param label column that says what kind the address is, or -1
   */
  static ColumnReader of(Target target, int label) {
    var name = target.field().name();
    var company = name.startsWith("COMPANY_");
    var bare = company ? name.substring("COMPANY_".length()) : name;
    var kindName = bare.substring(0, bare.indexOf('_') < 0 ? bare.length() : bare.indexOf('_'));
    var kind = kind(kindName);
    var part = Part.valueOf(kind == null && bare.indexOf('_') < 0 ? bare : after(bare));
    var group = (company ? "company " : "") + kindName + target.slot();
    return (value, place, state) -> {
      ReachDraft owner = company ? state.company : state.addressee();
      var draft = state.address(group, owner, kindOf(kind, label, state));
      part.fill(draft, value, place);
    };
  }

  private static @Nullable AddressKind kindOf(
      @Nullable AddressKind fixed, int label, RowState state) {
    if (fixed != null) {
      return fixed;
    }
    return label < 0 ? state.addressType : ColumnReaders.kind(state.cells.get(label));
  }

  private static String after(String name) {
    return name.substring(name.indexOf('_') + 1);
  }

  private static @Nullable AddressKind kind(String name) {
    return switch (name) {
      case "WORK" -> AddressKind.WORK;
      case "HOME" -> AddressKind.HOME;
      case "OTHER" -> AddressKind.OTHER;
      case "BILLING" -> AddressKind.BILLING;
      case "SHIPPING" -> AddressKind.SHIPPING;
      default -> null;
    };
  }

  private enum Part {
    ADDRESS,
    STREET,
    CITY,
    REGION,
    POSTAL_CODE,
    COUNTRY;

    void fill(AddressDraft draft, String value, Place place) {
      switch (this) {
        case ADDRESS -> draft.whole(value);
        case STREET -> draft.line(value);
        case CITY -> draft.city(value);
        case REGION -> draft.region(value);
        case POSTAL_CODE -> draft.postalCode(value);
        case COUNTRY -> draft.country(value, place);
      }
    }
  }
}
