package org.hrcamel.console;

import java.util.List;
import java.util.Map;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;

/** What Hawtio asks before it offers an operation. The names and shapes are Hawtio's. */
public interface HawtioPermissionsMBean {

    boolean canInvoke(String mbean);

    /**
     * @param method with its signature
     */
    boolean canInvoke(String mbean, String method);

    boolean canInvoke(String mbean, String method, String[] types);

    /** For many at once: methods with their signatures, by MBean. */
    TabularData canInvoke(Map<String, List<String>> methods) throws OpenDataException;
}
