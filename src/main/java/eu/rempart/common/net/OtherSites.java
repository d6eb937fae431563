package eu.rempart.common.net;

import java.util.List;

/** Where the same installation is reached when the server that a page came from is lost. */
public interface OtherSites {

  /** Origins, {@code https://crm-b.example.org}; empty where there is one server. */
  List<String> origins();
}
