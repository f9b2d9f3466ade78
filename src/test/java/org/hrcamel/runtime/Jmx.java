package org.hrcamel.runtime;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Everything that JMX tells of this process. */
public final class Jmx {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private Jmx() {}

    /** Every attribute of every MBean, and every dump of Camel's routes, as text. */
    public static String everything() {
        StringBuilder text = new StringBuilder();
        for (ObjectName name : SERVER.queryNames(null, null)) {
            text.append(name).append('\n');
            try {
                for (MBeanAttributeInfo attribute : SERVER.getMBeanInfo(name).getAttributes()) {
                    text.append(attribute.getName())
                            .append(" = ")
                            .append(attribute(name, attribute))
                            .append('\n');
                }
                for (MBeanOperationInfo operation : SERVER.getMBeanInfo(name).getOperations()) {
                    if (operation.getName().startsWith("dump")
                            && name.getDomain().equals("org.apache.camel")) {
                        text.append(dump(name, operation)).append('\n');
                    }
                }
            } catch (JMException gone) {
                text.append(gone.getMessage());
            }
        }
        return text.toString();
    }

    private static String attribute(ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return attribute.isReadable() ? text(SERVER.getAttribute(name, attribute.getName())) : "";
        } catch (JMException | RuntimeException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private static String dump(ObjectName name, MBeanOperationInfo operation) {
        Object[] arguments = Arrays.stream(operation.getSignature())
                .map(parameter -> parameter.getType().equals("boolean") ? (Object) true : "")
                .toArray();
        String[] types = Arrays.stream(operation.getSignature())
                .map(parameter -> parameter.getType())
                .toArray(String[]::new);
        try {
            return text(SERVER.invoke(name, operation.getName(), arguments, types));
        } catch (JMException | RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String text(Object value) {
        if (value instanceof CompositeData composite) {
            return composite.getCompositeType().keySet().stream()
                    .map(key -> key + "=" + text(composite.get(key)))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof TabularData table) {
            return table.values().stream().map(Jmx::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Jmx::text).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
