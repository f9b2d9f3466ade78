package org.hrcamel.runtime;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.InvalidTargetObjectTypeException;
import javax.management.modelmbean.ModelMBean;
import javax.management.modelmbean.ModelMBeanInfo;
import javax.management.modelmbean.RequiredModelMBean;
import org.apache.camel.CamelContext;
import org.apache.camel.NonManagedService;
import org.apache.camel.api.management.ManagedInstance;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.api.management.NotificationSenderAware;
import org.apache.camel.support.management.DefaultManagementMBeanAssembler;
import org.apache.camel.support.management.MixinRequiredModelMBean;
import org.apache.camel.support.management.NotificationSenderAdapter;

/**
 * Camel's routes and steps as JMX shows them, with what is told of a class's attributes and operations kept once. Camel describes them
 * anew for each route and each step, a hundred descriptors at a time: with many workflows that was most of the heap. The descriptions may
 * be shared because nothing is written into them: Camel lets none of them cache a value. Thread safe.
 */
final class ManagedObjects extends DefaultManagementMBeanAssembler implements NonManagedService {

    private final Map<Class<?>, ModelMBeanInfo> descriptions = new ConcurrentHashMap<>();

    ManagedObjects(CamelContext camel) {
        super(camel);
    }

    @Override
    public ModelMBean assemble(MBeanServer server, Object managed, ObjectName name) throws JMException {
        return isDescribedByItsClass(managed) ? show(managed, name) : super.assemble(server, managed, name);
    }

    /** Camel describes no proxies, and mixes two descriptions where the object of a step brings its own. */
    private static boolean isDescribedByItsClass(Object managed) {
        boolean mixed = managed instanceof ManagedInstance instance
                && instance.getInstance() != null
                && instance.getInstance().getClass().isAnnotationPresent(ManagedResource.class);
        return !mixed && !Proxy.isProxyClass(managed.getClass());
    }

    private ModelMBean show(Object managed, ObjectName name) throws JMException {
        ModelMBeanInfo description = descriptions.get(managed.getClass());
        if (description == null) {
            description = assembler.getMBeanInfo(camelContext, managed, null, name.toString());
            descriptions.put(managed.getClass(), description);
        }
        return show(managed, description);
    }

    private ModelMBean show(Object managed, ModelMBeanInfo description) throws JMException {
        RequiredModelMBean shown = new MixinRequiredModelMBean(description, masked(), null, null);
        try {
            shown.setManagedResource(managed, "ObjectReference");
        } catch (InvalidTargetObjectTypeException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (managed instanceof NotificationSenderAware sender) {
            sender.setNotificationSender(new NotificationSenderAdapter(shown));
        }
        return shown;
    }

    private boolean masked() {
        return Boolean.TRUE.equals(
                camelContext.getManagementStrategy().getManagementAgent().getMask());
    }
}
