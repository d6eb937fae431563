package eu.rempart.bench.edge;

import eu.rempart.edge.place.Places;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Addresses of many countries, as many of each, in no order. */
final class ManySources {

  private ManySources() {}

  /** Always the same ones. */
  static List<InetAddress> of(int countries, int count) {
    Places places = Places.open(null);
    Random random = new Random(40);
    int each = count / countries;
    Map<Integer, List<InetAddress>> found = new TreeMap<>();
    while (found.values().stream().filter(list -> list.size() == each).count() < countries) {
      Source source = Source.ofIpv4(random.nextInt());
      int place = places.of(source.high(), source.low());
      InetAddress address = source.address();
      if (place != 0 && !address.isLoopbackAddress() && !address.isMulticastAddress()) {
        List<InetAddress> there = found.computeIfAbsent(place, _ -> new ArrayList<>());
        if (there.size() < each) {
          there.add(address);
        }
      }
    }
    List<InetAddress> all = new ArrayList<>();
    found.values().stream()
        .filter(list -> list.size() == each)
        .limit(countries)
        .forEach(all::addAll);
    Collections.shuffle(all, random);
    return all;
  }
}
